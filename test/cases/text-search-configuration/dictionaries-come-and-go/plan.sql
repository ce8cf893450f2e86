-- up
create text search dictionary public.fresh (
  template = pg_catalog.simple,
  stopwords = 'english'
);
alter text search configuration public.c
  drop mapping for word;
alter text search configuration public.c
  alter mapping for asciiword
  with public.fresh, public."both";
alter text search configuration public.c
  add mapping for url
  with public.fresh;
-- ! breaks_clients
drop text search dictionary public.old;

-- down
create text search dictionary public.old (
  template = pg_catalog.simple,
  accept = 'false'
);
alter text search configuration public.c
  drop mapping for url;
alter text search configuration public.c
  alter mapping for asciiword
  with public.old, public."both";
alter text search configuration public.c
  add mapping for word
  with public.old;
-- ! breaks_clients
drop text search dictionary public.fresh;
