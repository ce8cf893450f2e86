create type public.size as (width smallint, "The unit" varchar(5));
create table public.t (x public.size default '(1,cm)', xs public.size[]);
create view public.v as select (x).width from public.t;
comment on column public.size."The unit" is 'cm or m';
