create text search dictionary public.plain (template = pg_catalog.simple, accept = true);
create text search dictionary public."Stems of" (template = pg_catalog.snowball, language = german, stopwords = german);
create text search dictionary public.all_words (template = pg_catalog.simple, stopwords = french, accept = false);
