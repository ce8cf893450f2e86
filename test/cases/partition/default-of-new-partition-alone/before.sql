create table ev (id int, kind text default 'p') partition by list (id);
