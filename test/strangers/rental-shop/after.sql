create type public.mpaa_rating as enum ('G', 'PG', 'PG-13', '12A', 'R', 'NC-17', 'unrated');
create domain public.year as integer check (value >= 1888 and value <= 2155);
create sequence public.film_film_id_seq;
create table public.language (
  language_id serial primary key,
  name character varying(40) not null,
  last_update timestamp without time zone default now() not null
);
create table public.film (
  film_id integer default nextval('public.film_film_id_seq'::regclass) not null,
  title text not null,
  description text,
  release_year public.year,
  language_id integer not null,
  original_language_id integer references public.language (language_id),
  rental_duration smallint default 3 not null,
  rental_rate numeric(6, 2) default 4.99 not null,
  length smallint,
  replacement_cost numeric(5, 2) default 19.99 not null,
  rating public.mpaa_rating default 'G'::public.mpaa_rating,
  last_update timestamp with time zone default now() not null,
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
create index idx_title on public.film (lower(title));
create unique index film_title_year on public.film (title, release_year) where release_year is not null;
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
create materialized view public.rental_by_rating as
 select rating, count(*) as films, avg(rental_rate) as rate from public.film group by rating with no data;
create unique index rental_by_rating_key on public.rental_by_rating (rating);
comment on view public.actor_info is 'Who plays where';
comment on column public.actor_info.films is 'with commas';
