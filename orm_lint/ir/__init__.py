"""The one representation that Python and templates are lowered to. Knows no model and no rule."""
