create function public.today() returns date language sql stable as $$ select current_date $$;
create table public.person (id integer primary key, name text not null);
create table public.address (
  person_id integer primary key references public.person,
  street text,
  city text,
  since date not null default public.today()
);
create index address_city_idx on public.address (city);
create view public.contact as
  select p.id, p.name, a.city from public.person as p join public.address as a on a.person_id = p.id;
create table public.remark (id integer primary key, person_id integer references public.person, body text);
