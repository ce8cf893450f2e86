create table t (id int, a int);
grant select (a) on t to postgres;
grant update (a) on t to postgres with grant option;
