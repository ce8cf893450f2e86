create table p_1 (id int not null, k text check (k <> 'x'), primary key (id));
alter table p_1 rename constraint p_1_k_check to p_k_check;
create index on p_1 (k);
