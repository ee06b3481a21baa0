"""Every setting; what differs from desk to desk comes from the environment."""

from __future__ import annotations

import logging
from http import HTTPStatus
from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from tracker import env

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("TRACKER_DATA_DIR") or BASE_DIR / "data")

DEBUG = env.flag("TRACKER_DEBUG")
# A desk that goes online without its own key must not start.
SECRET_KEY = env.text("TRACKER_SECRET_KEY") or "for-a-desk-on-this-machine-only"
ALLOWED_HOSTS = env.words("TRACKER_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("TRACKER_TRUSTED_ORIGINS")
HTTPS = env.flag("TRACKER_HTTPS")
HERE_ONLY = {"localhost", "127.0.0.1", "[::1]"}
IS_REACHED_FROM_ELSEWHERE = HTTPS or not HERE_ONLY.issuperset(ALLOWED_HOSTS)
if IS_REACHED_FROM_ELSEWHERE and not env.text("TRACKER_SECRET_KEY"):
    raise ImproperlyConfigured(
        "TRACKER_SECRET_KEY must be set with TRACKER_HTTPS or TRACKER_HOSTS."
    )

INSTALLED_APPS = [
    "claims",  # before the admin: its templates take precedence
    "tracker.desk.DeskConfig",  # django.contrib.admin
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "tracker.static.StaticFiles",
    "django.contrib.humanize",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "rest_framework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", fallback=DATA_DIR / "desk.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "claims.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "review:queue"
LOGOUT_REDIRECT_URL = "login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "claims" / "locale"]  # the templates stand outside the app
TIME_ZONE = env.text("TRACKER_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["tracker.formats"]

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static-root"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "tracker.static.ManifestStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024  # a pasted text of 2 MB and its form

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# Whether the sub-domains of a newsroom speak HTTPS too is for their owner to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
X_FRAME_OPTIONS = "DENY"
FORMS_URLFIELD_ASSUME_HTTPS = True  # the default from Django 6.0 on

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claims.api.authentication.ByToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["claims.api.permissions.MayView"],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.JSONRenderer",
        "claims.api.browsing.Browsable",
    ],
    "DEFAULT_PARSER_CLASSES": ["claims.api.parsing.Json"],
    "DEFAULT_THROTTLE_CLASSES": ["claims.api.throttling.PerCaller"],
    # Behind HTTPS stands one proxy, whose word on the address is taken; else nobody's.
    "NUM_PROXIES": 1 if HTTPS else 0,
    "DEFAULT_THROTTLE_RATES": {"caller": env.text("TRACKER_API_RATE", "1200/min")},
    "DEFAULT_FILTER_BACKENDS": [
        "claims.api.filtering.Filters",
        "claims.api.filtering.Orders",
        "rest_framework.filters.SearchFilter",
    ],
    "DEFAULT_PAGINATION_CLASS": "claims.api.pagination.ByCursor",
    "PAGE_SIZE": 50,
    "DEFAULT_SCHEMA_CLASS": "claims.api.schema.DeskSchema",
    "EXCEPTION_HANDLER": "claims.api.errors.handle",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Attribution desk",
    "DESCRIPTION": "Who said what, where it was printed, and which numbers disagree.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SERVE_PERMISSIONS": ["claims.api.permissions.MayView"],
    # A caller may ask for some fields only.
    "COMPONENT_NO_READ_ONLY_REQUIRED": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "claims.api.schema.without_engine_limits",
    ],
    "ENUM_NAME_OVERRIDES": {
        "FigureKind": "claims.models.Figure.Kind",
        "MarkStatus": "claims.models.Quote.Status",
        "OutletKind": "claims.models.Outlet.Kind",
        "ProposalStatus": "claims.models.Settlement.Status",
        "QuoteKind": "claims.models.Quote.Kind",
        "SpeakerKind": "claims.models.Speaker.Kind",
        "DeliveryStatus": "claims.models.Delivery.Status",
        "WebhookStatus": "claims.models.Webhook.Status",
    },
}

# Notices are mailed to those with an address; without a mail server they stand in the
# app alone.
EMAIL_HOST = env.text("TRACKER_MAIL_HOST")
DEFAULT_FROM_EMAIL = env.text("TRACKER_MAIL_FROM", "desk@localhost")
EMAIL_BACKEND = (
    f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
)

# What the public pages and the ClaimReview records call the publisher.
TRACKER_PUBLISHER = env.text("TRACKER_PUBLISHER", "The desk")
TRACKER_ADDRESS = env.text("TRACKER_ADDRESS", "http://localhost:8000")
# How the desk introduces itself where it fetches articles.
TRACKER_USER_AGENT = env.text(
    "TRACKER_USER_AGENT", f"AttributionDesk/0.1 (+{TRACKER_ADDRESS})"
)

# A refusal is told to whoever asked; the log of the server has no use for it.
REFUSALS = (HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)


def is_no_refusal(record: logging.LogRecord) -> bool:
    return getattr(record, "status_code", None) not in REFUSALS


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "refusals": {
            "()": "django.utils.log.CallbackFilter",
            "callback": is_no_refusal,
        }
    },
    "loggers": {"django.request": {"filters": ["refusals"]}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
