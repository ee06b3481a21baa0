from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0018_deliveries_due_of_a_webhook'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='quantities',
            field=models.ManyToManyField(blank=True, help_text='What it is about.', related_name='+', to='claims.quantity'),
        ),
    ]
