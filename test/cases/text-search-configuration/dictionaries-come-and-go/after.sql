create text search dictionary public.both (template = pg_catalog.simple);
create text search dictionary public.fresh (template = pg_catalog.simple, stopwords = english);
create text search configuration public.c (parser = "default");
alter text search configuration public.c add mapping for asciiword with public.fresh, public.both;
alter text search configuration public.c add mapping for url with public.fresh;
alter text search configuration public.c add mapping for email with public.both;
