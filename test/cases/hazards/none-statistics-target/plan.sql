-- up
alter table only public.t
  alter column a set statistics 500;

-- down
alter table only public.t
  alter column a set statistics -1;
