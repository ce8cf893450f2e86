create table p (id int not null, v text not null, primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create index i on p (v);
