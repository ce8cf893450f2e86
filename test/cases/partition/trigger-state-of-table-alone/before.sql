create table p (v int) partition by list (v);
create table p_1 partition of p for values in (1);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger tg before insert on p for each row execute function f();
