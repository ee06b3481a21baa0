"""Pictures of figures that disagree: frozen data in, accessible SVG out."""
