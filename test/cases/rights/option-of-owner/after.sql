create table t (id int);
grant select on t to postgres with grant option;
