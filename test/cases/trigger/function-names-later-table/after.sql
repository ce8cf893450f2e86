create table x (id int, n int);
create table zlog (id int, at timestamptz default now());
create function tr() returns trigger language plpgsql as $$ declare l zlog%rowtype; begin insert into zlog values (new.id) returning * into l; return new; end $$;
create trigger t after insert on x for each row when (new.n > 0) execute function tr();
create rule r as on delete to x do also insert into zlog values (old.id);
create function evt() returns int language sql as $$ with w as (insert into x values (1, 2) returning id) select id from w $$;
