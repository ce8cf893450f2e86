create table public.departments (id bigint primary key, name text not null, region int not null default 0, head bigint, unique nulls not distinct (name, region));
create table public.employees (id bigint primary key, department bigint not null references public.departments on update cascade, boss bigint references public.employees on delete cascade, desk bigint);
alter table public.departments add constraint head_fk foreign key (head) references public.employees deferrable;
create table public.desks (id bigint primary key, owner bigint references public.employees, room int, unique (id, owner));
alter table public.employees add foreign key (desk, id) references public.desks (id, owner) match simple not valid;
