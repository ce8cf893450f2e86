insert into p values (1,5,1),(1,50,2);
