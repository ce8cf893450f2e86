create table r (id int primary key);
create table p (id int not null, v int references r) partition by list (id);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger tg before insert on p for each row execute function f();
create table p_1 (id int not null, v int);
