create type public.mpaa_rating as enum ('G', 'PG', 'PG-13', 'R', 'NC-17');
create domain public.year as integer check (value >= 1901 and value <= 2155);
create sequence public.film_film_id_seq;
create table public.language (
  language_id serial primary key,
  name character(20) not null,
  last_update timestamp without time zone default now() not null
);
create table public.film (
  film_id integer default nextval('public.film_film_id_seq'::regclass) not null,
  title character varying(255) not null,
  description text,
  release_year public.year,
  language_id smallint not null,
  original_language_id smallint,
  rental_duration smallint default 3 not null,
  rental_rate numeric(4, 2) default 4.99 not null,
  length smallint,
  replacement_cost numeric(5, 2) default 19.99 not null,
  rating public.mpaa_rating default 'G'::public.mpaa_rating,
  last_update timestamp without time zone default now() not null,
  special_features text[],
  fulltext tsvector not null,
  constraint film_pkey primary key (film_id)
);
alter sequence public.film_film_id_seq owned by public.film.film_id;
create table public.actor (
  actor_id serial primary key,
  first_name text not null,
  last_name text not null
);
create table public.film_actor (
  actor_id integer not null references public.actor on update cascade on delete restrict,
  film_id integer not null references public.film on update cascade on delete restrict,
  primary key (actor_id, film_id)
);
create index film_fulltext_idx on public.film using gist (fulltext);
create index idx_title on public.film (title);
create function public.last_updated() returns trigger
    language plpgsql
    as $$
begin
    new.last_update = current_timestamp;
    return new;
end $$;
create trigger film_fulltext_trigger before insert or update on public.film for each row execute function tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');
create trigger last_updated before update on public.film for each row execute function public.last_updated();
create function public._group_concat(text, text) returns text
    language sql immutable
    as $_$
select case
  when $2 is null then $1
  when $1 is null then $2
  else $1 || ', ' || $2
end
$_$;
create aggregate public.group_concat(text) (sfunc = public._group_concat, stype = text);
create view public.actor_info as
 select a.actor_id, a.first_name, a.last_name,
    public.group_concat(distinct f.title::text) as films
   from public.actor a
   left join public.film_actor fa on a.actor_id = fa.actor_id
   left join public.film f on fa.film_id = f.film_id
  group by a.actor_id, a.first_name, a.last_name;
insert into public.language (name) values ('English'), ('Deutsch');
insert into public.film (title, description, language_id, release_year, rating) values
  ('ACADEMY DINOSAUR', 'An epic', 1, 2006, 'PG'), ('ACE GOLDFINGER', null, 1, 1999, 'G');
insert into public.actor (first_name, last_name) values ('PENELOPE', 'GUINESS');
insert into public.film_actor values (1, 1);
