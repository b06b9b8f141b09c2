"""Reports about a document, as whole files that need nothing else: strings in, strings out."""
