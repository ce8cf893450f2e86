set check_function_bodies = off;
create table x (id int);
