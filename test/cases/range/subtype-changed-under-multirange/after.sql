create type public.r as range (subtype = int8, multirange_type_name = public.rmulti);
create table public.t (id int primary key, a public.r default '[1,2)', m public.rmulti default '{[1,2)}', constraint ex exclude using gist (a with &&), check (m <> '{}'));
create domain public.rd as public.r check (not isempty(value));
create table public.t2 (id int primary key, d public.rd);
create function public.f(public.rmulti) returns int language sql as 'select 1';
create view public.v as select id, m from public.t;
