create table public.t (id int primary key, a text, b text, c text);
insert into public.t values (1, 'abc', 'def', '12');
