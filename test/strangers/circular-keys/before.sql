create table public.departments (id int primary key, name text not null unique, head int);
create table public.employees (id int primary key, department int not null references public.departments, boss int references public.employees on delete set null);
alter table public.departments add constraint head_fk foreign key (head) references public.employees deferrable initially deferred;
begin;
insert into public.departments values (1, 'R&D', 1);
insert into public.employees values (1, 1, null);
commit;
