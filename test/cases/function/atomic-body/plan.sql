-- up
create or replace function public.f()
 returns bigint
 language sql
begin atomic
 select count(*) as count
    from public.t
   where (t.a > 1);
end
;

-- down
create or replace function public.f()
 returns bigint
 language sql
begin atomic
 select count(*) as count
    from public.t;
end
;
