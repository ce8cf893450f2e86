-- up
-- ! scan, opens_access
create materialized view public.m as
(
         select k.id,
            k.word
           from public.k
        union all
         select null::integer as id,
            'y'::varchar as word
) union
 select (3)::smallint as id,
    null::varchar as word;
-- ! opens_access
create view public.v as
 select id,
    word
   from ( select k.id,
            k.word
           from public.k
        union all
         select k.id,
            null::varchar
           from public.k
        union all
         select (1 + 1),
            'x'::varchar) q;
-- ! opens_access
create view public.v2 as
 with w as (
         select k.id,
            k.word,
            null::text as "?column?"
           from public.k
        union all
         select 1,
            'a'::varchar,
            'x'::text
        ), u(a) as (
         select 1 as "?column?"
        )
 select w.id,
    ( select 1) as "?column?"
   from w,
    u
  where ((exists ( select 1,
            'x'::text,
            null::integer as int4
           from public.k)) and (w.id in ( select null::integer
        union
         select 1)));
-- ! opens_access
create view public.v3 as
 select ( select max(k_1.id) as max
           from public.k k_1) as max,
    array( select 1
        union all
         select null::integer) as arr
   from public.k
  where ((id, (word)::text) in ( select 1,
            'a'::text
        union all
         select 2,
            null::text));
-- ! opens_access
create view public.v4 as
 select a,
    b
   from ( values (1,null::text), (2,'x'::text)) q(a, b);

-- down
-- ! breaks_clients
drop materialized view public.m;
-- ! breaks_clients
drop view public.v;
-- ! breaks_clients
drop view public.v2;
-- ! breaks_clients
drop view public.v3;
-- ! breaks_clients
drop view public.v4;
