create text search dictionary public.plain (template = pg_catalog.simple, stopwords = english, accept = false);
create text search dictionary public."Stems of" (template = pg_catalog.snowball, language = german);
create text search dictionary public.all_words (template = pg_catalog.simple);
