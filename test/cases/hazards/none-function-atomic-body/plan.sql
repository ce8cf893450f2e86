-- up
create or replace function public.f()
 returns integer
 language sql
begin atomic
 select min(t.a) as min
    from public.t;
end
;

-- down
create or replace function public.f()
 returns integer
 language sql
begin atomic
 select max(t.a) as max
    from public.t;
end
;
