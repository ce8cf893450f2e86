-- up
-- ! data_loss, breaks_clients
drop text search configuration public.gone;
-- ! blocks_reads
alter table only public.notes
  alter column lang drop default;
-- ! data_loss
drop text search configuration public.en;
drop text search dictionary public.words;
create text search dictionary public.words (
  template = pg_catalog.snowball,
  language = 'english'
);
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword
  with public.words;
-- ! blocks_reads
alter table only public.notes
  alter column lang set default 'public.en'::regconfig;

-- down
-- ! blocks_reads
alter table only public.notes
  alter column lang drop default;
-- ! data_loss
drop text search configuration public.en;
drop text search dictionary public.words;
create text search configuration public.gone (parser = pg_catalog."default");
alter text search configuration public.gone
  add mapping for
    asciiword, word, numword, email, url, host, sfloat, version,
    hword_numpart, hword_part, hword_asciipart, numhword, asciihword, hword, url_path, file,
    "float", "int", uint
  with pg_catalog.simple;
create text search dictionary public.words (
  template = pg_catalog.simple
);
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword
  with public.words;
-- ! blocks_reads
alter table only public.notes
  alter column lang set default 'public.en'::regconfig;
