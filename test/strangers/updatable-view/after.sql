create table public.base (id int primary key, a text, b varchar(9), c int);
create view public.front as select id, b as a, c from public.base;
create function public.front_write() returns trigger language plpgsql as $$ begin insert into public.base (id, b, c) values (new.id, new.a, new.c); return new; end $$;
create trigger write instead of insert or update on public.front for each row execute function public.front_write();
create rule keep as on delete to public.base where old.id < 20 do instead nothing;
create rule shadow as on update to public.base do also insert into public.base values (new.id + 1, new.a);
create view public.front2 as select * from public.front where id > 2;
alter table public.base disable rule shadow;
