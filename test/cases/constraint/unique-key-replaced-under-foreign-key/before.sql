create table public.a (id integer primary key, code integer constraint a_code_key unique);
create table public.b (code integer constraint fk references public.a (code));
comment on constraint fk on public.b is 'FK';
