create table public.person (
  id integer primary key,
  name text not null,
  street text,
  city text
);
create table public.note (id integer primary key, person_id integer references public.person, body text);
