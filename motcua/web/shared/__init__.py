"""What all faces share: base page, the language of a request, error pages."""
