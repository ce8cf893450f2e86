create table public.a (id integer primary key, code integer constraint a_code_key unique deferrable initially immediate);
create table public.b (code integer);
