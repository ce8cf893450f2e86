-- up
-- ! opens_access
create function public.today()
returns date
language sql
stable
as $$ select current_date $$;
create table public.address (
  person_id integer not null,
  street text,
  city text,
  since date not null default public.today(),
  constraint address_pkey primary key (person_id)
);
create table public.remark (
  id integer not null,
  person_id integer,
  body text,
  constraint remark_pkey primary key (id)
);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.person
  drop column city,
  drop column street;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.note;
-- ! blocks_writes
alter table public.address
  add constraint address_person_id_fkey foreign key (person_id)
    references public.person (id);
-- ! blocks_writes
alter table public.remark
  add constraint remark_person_id_fkey foreign key (person_id)
    references public.person (id);
create index address_city_idx on public.address using btree (city);
-- ! opens_access
create view public.contact as
 select p.id,
    p.name,
    a.city
   from (public.person p
     join public.address a on ((a.person_id = p.id)));

-- down
-- ! breaks_clients
drop view public.contact;
-- ! blocks_reads
alter table public.person
  add column city text,
  add column street text;
create table public.note (
  id integer not null,
  person_id integer,
  body text,
  constraint note_pkey primary key (id)
);
-- ! data_loss, blocks_reads, breaks_clients
drop table public.address;
-- ! breaks_clients
drop function public.today();
-- ! data_loss, blocks_reads, breaks_clients
drop table public.remark;
-- ! blocks_writes
alter table public.note
  add constraint note_person_id_fkey foreign key (person_id)
    references public.person (id);
