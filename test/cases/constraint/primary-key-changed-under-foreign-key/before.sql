create table public.a (id integer constraint a_pkey primary key, code integer constraint a_code_key unique);
create table public.b (code integer constraint fk references public.a (code));
