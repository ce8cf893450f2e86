create table p (id int not null, v int, primary key (id)) partition by range (id);
create table p_d partition of p default;
