create table public.base (id int primary key, a text, b text);
create view public.front as select id, a from public.base;
create function public.front_write() returns trigger language plpgsql as $$ begin insert into public.base (id, a) values (new.id, new.a); return new; end $$;
create trigger write instead of insert on public.front for each row execute function public.front_write();
create rule keep as on delete to public.base where old.id < 10 do instead nothing;
create view public.front2 as select * from public.front where id > 1 with local check option;
