create table public.a (id integer, code integer constraint a_code_key unique, constraint a_pkey primary key (id, code));
create table public.b (code integer constraint fk references public.a (code) on delete cascade);
