create table r (id int primary key);
create table p (v int references r) partition by list (v);
create table p_1 partition of p for values in (1);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger tg before insert on p for each row execute function f();
comment on trigger tg on p_1 is 'tt';
comment on constraint p_v_fkey on p_1 is 'ff';
