insert into ev values (1,5);
