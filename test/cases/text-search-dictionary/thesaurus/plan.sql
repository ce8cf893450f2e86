-- up
create text search dictionary public.stems (
  template = pg_catalog.snowball,
  language = 'english'
);
alter text search dictionary public.phrases (
  dictionary = 'public.stems'
);
create text search dictionary public.more_phrases (
  template = pg_catalog.thesaurus,
  dictfile = 'thesaurus_sample',
  dictionary = 'public.stems'
);

-- down
-- ! breaks_clients
drop text search dictionary public.more_phrases;
alter text search dictionary public.phrases (
  dictionary = 'pg_catalog.english_stem'
);
-- ! breaks_clients
drop text search dictionary public.stems;
