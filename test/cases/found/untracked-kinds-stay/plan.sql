-- up
drop view public.doc_v;
-- ! blocks_reads
alter table public.doc
  add column lang text not null default 'en'::text;
-- ! breaks_clients
create view public.doc_v as
 select id,
    lang,
    body
   from public.doc
  where (point((id)::double precision, (1)::double precision) operator(public.===) point((1)::double precision, (1)::double precision));

-- down
drop view public.doc_v;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.doc
  drop column lang;
-- ! breaks_clients
create view public.doc_v as
 select id,
    body
   from public.doc
  where (point((id)::double precision, (1)::double precision) operator(public.===) point((1)::double precision, (1)::double precision));
