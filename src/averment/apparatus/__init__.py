"""Notes, citations and addresses: what a document rests on."""
