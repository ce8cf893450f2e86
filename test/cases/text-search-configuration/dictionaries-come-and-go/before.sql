create text search dictionary public.old (template = pg_catalog.simple, accept = false);
create text search dictionary public.both (template = pg_catalog.simple);
create text search configuration public.c (parser = "default");
alter text search configuration public.c add mapping for asciiword with public.old, public.both;
alter text search configuration public.c add mapping for word with public.old;
alter text search configuration public.c add mapping for email with public.both;
