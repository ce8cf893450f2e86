create table ev (id int, kind text) partition by list (id);
